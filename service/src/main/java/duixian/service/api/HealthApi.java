package duixian.service.api;

import duixian.service.audit.AuditLog;
import duixian.service.law.Laws;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the service can do its work: database, policy and log answer.
@RestController
class HealthApi {
  private final Laws laws;
  private final AuditLog audit;

  HealthApi(Laws laws, AuditLog audit) {
    this.laws = laws;
    this.audit = audit;
  }

  @GetMapping("/api/health")
  Map<String, Object> health() {
    return Map.of("状态", "正常", "政策", laws.inForce().title(), "审计", audit.size());
  }
}
