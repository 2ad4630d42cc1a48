class Submit {
  private static final String REVISION = "«other:hex»";
  private final WebClient client = WebClient.create("https://submit.atomyx.io/api");

  Mono<Job> create(Job job, String credential) {
    return client.post().uri("/jobs").headers(headers -> headers.setBearerAuth(credential)).header("X-Revision", REVISION).bodyValue(job).retrieve().bodyToMono(Job.class);
  }
}
