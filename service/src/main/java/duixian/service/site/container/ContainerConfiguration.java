package duixian.service.site.container;

import duixian.service.site.asset.Assets;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {
  /// Instead of the container's own page, which is English.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(Assets assets) {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new Refusals(assets));
          }
        });
  }
}
