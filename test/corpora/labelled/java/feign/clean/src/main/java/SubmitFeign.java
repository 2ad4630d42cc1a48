import feign.RequestLine;
import feign.RequestInterceptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.openfeign.FeignClient;

@FeignClient(name = "submit", url = "https://submit.atomyx.io/api", configuration = SubmitFeign.Config.class)
interface SubmitFeign {
    @RequestLine("POST /jobs")
    String create(String body);

    class Config {
        @Value("${atomyx.submit.api-key}")
        String key;

        RequestInterceptor bearer() {
            return template -> template.header("Authorization", "Bearer " + key);
        }
    }
}
