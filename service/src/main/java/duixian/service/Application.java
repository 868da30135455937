package duixian.service;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The one application; its modules are the packages below.
@SpringBootApplication
@EnableScheduling
@EnableAsync
@EnableTransactionManagement
class Application {}
