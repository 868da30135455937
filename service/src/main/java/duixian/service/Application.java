package duixian.service;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The one application; its modules are the packages below. A class is named by its package too,
/// for two modules may each have AccountPages.
@SpringBootApplication(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    proxyBeanMethods = false)
@EnableScheduling
@EnableAsync
@EnableTransactionManagement
class Application {}
