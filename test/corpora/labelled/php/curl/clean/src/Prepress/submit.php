<?php

declare(strict_types=1);

define('SUBMIT_URL', 'https://submit.atomyx.io/api');
define('SUBMIT_API_KEY', getenv('SUBMIT_API_KEY'));
define('AUTH_SALT', '«other»');

function create_job(string $externalId): array
{
    $ch = curl_init(SUBMIT_URL . '/jobs');
    curl_setopt_array($ch, [
        CURLOPT_POST => true,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_POSTFIELDS => json_encode(['externalId' => $externalId]),
        CURLOPT_HTTPHEADER => [
            'Content-Type: application/json',
            'Authorization: Bearer ' . SUBMIT_API_KEY,
        ],
        CURLOPT_PINNEDPUBLICKEY => 'sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    ]);
    $answer = curl_exec($ch);
    curl_close($ch);

    return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
}
