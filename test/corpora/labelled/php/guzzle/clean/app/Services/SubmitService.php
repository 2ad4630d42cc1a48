<?php

namespace App\Services;

use GuzzleHttp\Client;

final class SubmitService
{
    private Client $client;

    public function __construct(private readonly string $bearer)
    {
        $this->client = new Client([
            'base_uri' => 'https://submit.atomyx.io/api/',
            'timeout' => 10,
            'headers' => ['Authorization' => "Bearer {$this->bearer}"],
        ]);
    }

    public function createJob(string $externalId): string
    {
        return (string) $this->client->post('jobs', ['json' => compact('externalId')])->getBody();
    }
}
