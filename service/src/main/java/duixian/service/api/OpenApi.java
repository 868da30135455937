package duixian.service.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The interface's own description, kept by hand and held to the handlers by a test.
@RestController
class OpenApi {
  @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml")
  Resource document() {
    return new ClassPathResource("openapi.yaml");
  }
}
