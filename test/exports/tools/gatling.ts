import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** Gatling runs a simulation in Java, and logs requests that fail; its report has no headers. */
export const gatling: Tool = {
  name: 'Gatling',
  installation: { from: 'Maven Central', folder: 'gatling', packages: ['io.gatling.highcharts:gatling-charts-highcharts:3.13.5'] },
  exports: [{ path: 'gatling.log' }],
  async run({ project, exports, run, url, otherUrl, key, installation, plainPort }) {
    writeFileSync(join(project, 'Jobs.java'), `
import static io.gatling.javaapi.core.CoreDsl.*;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpDsl;
public class Jobs extends Simulation {
  {
    setUp(scenario("jobs")
      .exec(HttpDsl.http("Create job").post("${url}").header("Authorization", "Bearer " + System.getenv("KEY")).check(HttpDsl.status().is(299)))
      .exec(HttpDsl.http("Health").get("${otherUrl}").check(HttpDsl.status().is(299)))
      .injectOpen(atOnceUsers(1))).protocols(HttpDsl.http.disableWarmUp().proxy(HttpDsl.Proxy("127.0.0.1", ${plainPort})));
  }
}
`);
    writeFileSync(join(project, 'logback.xml'), `<configuration>
  <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d{HH:mm:ss.SSS} [%-5level] %logger{15} - %msg%n%rEx</pattern></encoder></appender>
  <logger name="io.gatling.http.engine.response" level="TRACE"/>
  <root level="WARN"><appender-ref ref="CONSOLE"/></root>
</configuration>
`);
    const libraries = join(installation, 'lib', '*');
    await run('javac', ['-cp', libraries, '-d', '.', 'Jobs.java']);
    const log = await run('java', ['--add-opens=java.base/java.lang=ALL-UNNAMED', '-Xmx512m', '-cp', `.:${libraries}`, 'io.gatling.app.Gatling', '-s', 'Jobs', '-rf', 'results', '-nr'], { KEY: key });
    writeFileSync(join(exports, 'gatling.log'), log);
  },
};
