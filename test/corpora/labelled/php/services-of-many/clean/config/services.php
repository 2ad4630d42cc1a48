<?php
return [
    'mailgun' => ['domain' => env('MAILGUN_DOMAIN'), 'secret' => '«other:hex»'],
    'postmark' => ['token' => '«other:uuid»'],
    'submit' => [
        'url' => 'https://submit.atomyx.io/api',
        'key' => env('SUBMIT_API_KEY'),
    ],
    'deepl' => ['key' => '«other:uuid»'],
    'erp' => ['token' => '«other:base64url»', 'url' => 'https://erp.example.com'],
    'slack' => ['notifications' => ['bot_user_oauth_token' => '«other:base62»']],
];
