package com.printworks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration
class WebClients {
    @Bean
    WebClient sendgrid() {
        return WebClient.builder()
                .baseUrl("https://api.sendgrid.com/v3")
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer «other:prefixed»")
                .build();
    }

    @Bean
    WebClient submit(Environment environment) {
        return WebClient.builder()
                .baseUrl("https://submit.atomyx.io/api")
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + environment.getRequiredProperty("atomyx.submit.api-key"))
                .build();
    }

    @Bean
    WebClient shopify() {
        return WebClient.builder()
                .baseUrl("https://printworks.myshopify.com/admin/api/2024-07")
                .defaultHeader("X-Shopify-Access-Token", "«other:hex»")
                .build();
    }
}
