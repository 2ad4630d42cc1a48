<?php

namespace App\Services;

use GuzzleHttp\Client;

final class SubmitService
{
    private string $bearer = '«key:base64url»';
    private Client $client;

    public function __construct()
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
