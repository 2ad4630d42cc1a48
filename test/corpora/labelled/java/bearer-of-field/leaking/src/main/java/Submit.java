class Submit {
  private static final String CREDENTIAL = "«key:base62»";
  private final WebClient client = WebClient.create("https://submit.atomyx.io/api");

  Mono<Job> create(Job job) {
    return client.post().uri("/jobs").headers(headers -> headers.setBearerAuth(CREDENTIAL)).bodyValue(job).retrieve().bodyToMono(Job.class);
  }
}
