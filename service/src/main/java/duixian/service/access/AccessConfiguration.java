package duixian.service.access;

import duixian.service.party.Person;
import duixian.service.site.Missing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the signed-in [Person] to controllers that ask for one, and the visitor to the frame.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  @Bean
  WebMvcConfigurer visitors(Present present) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FrameVisitor(present));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PersonArgument(present));
      }
    };
  }

  private record FrameVisitor(Present present) implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (!request.getRequestURI().startsWith("/assets/")) {
        present.visitor(request).on(request);
      }
      return true;
    }
  }

  private record PersonArgument(Present present) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class;
    }

    @Override
    public @Nullable Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest web,
        @Nullable WebDataBinderFactory binders) {
      var request = (HttpServletRequest) web.getNativeRequest();
      var person = present.person(request);
      return parameter.isOptional()
          ? person.orElse(null)
          : person.orElseThrow(() -> new Missing("请先登录"));
    }
  }
}
