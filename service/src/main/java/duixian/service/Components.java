package duixian.service;

import java.io.IOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/// What the start script puts into `META-INF/spring.components` after a build: our components,
/// found once instead of by reading every class at every start. Where the file is missing, as in
/// tests, Spring looks for itself and finds the same.
final class Components {
  private static final String CLASSES = "classpath*:duixian/service/**/*.class";

  private Components() {}

  static void main() throws IOException {
    var readers = new CachingMetadataReaderFactory();
    var components = new AnnotationTypeFilter(Component.class, true);
    for (var file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
      var reader = readers.getMetadataReader(file);
      var type = reader.getClassMetadata();
      if (components.match(reader, readers) && type.isIndependent() && type.isConcrete()) {
        System.out.println(type.getClassName() + "=" + Component.class.getName());
      }
    }
  }
}
