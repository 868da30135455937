package duixian.service.site;

import duixian.service.site.asset.Assets;
import duixian.service.site.form.Handover;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration {
  /// Where the build puts what it makes of src/main/jte.
  private static final String PAGES = "duixian.pages";

  @Bean
  Assets assets() {
    return new Assets();
  }

  /// Under this name the dispatcher takes it for its own.
  @Bean
  Handover flashMapManager() {
    return new Handover();
  }

  @Bean
  Rendering rendering(Assets assets, Handover handover) {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, SiteConfiguration.class.getClassLoader(), PAGES);
    return new Rendering(engine, assets, handover);
  }

  @Bean
  WebMvcConfigurer answers(Rendering rendering) {
    return new WebMvcConfigurer() {
      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(rendering);
      }
    };
  }
}
