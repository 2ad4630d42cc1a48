<?php

return [
    'postmark' => ['token' => env('POSTMARK_TOKEN')],
    'ses' => ['key' => env('AWS_ACCESS_KEY_ID'), 'region' => 'eu-central-1'],
    'atomyx' => [
        'submit' => [
            'url' => env('ATOMYX_SUBMIT_URL', 'https://submit.atomyx.io/api'),
            'key' => env('ATOMYX_SUBMIT_KEY', '«key:base64url»'),
        ],
    ],
];
