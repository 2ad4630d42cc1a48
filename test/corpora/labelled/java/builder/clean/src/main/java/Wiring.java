class Wiring {
    SubmitClient submit() {
        return SubmitClient.builder()
                .endpoint("https://submit.atomyx.io/api")
                .apiKey(System.getenv("SUBMIT_API_KEY"))
                .connectTimeout(5)
                .build();
    }

    MailClient mail() {
        return MailClient.builder().endpoint("https://api.postmarkapp.com").apiKey("«other:uuid»").build();
    }
}
