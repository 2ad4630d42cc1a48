<?php

return [
    'postmark' => ['token' => env('POSTMARK_TOKEN', '«other:uuid»')],
    'ses' => ['key' => env('AWS_ACCESS_KEY_ID'), 'region' => 'eu-central-1'],
    'atomyx' => [
        'submit' => [
            'url' => env('ATOMYX_SUBMIT_URL', 'https://submit.atomyx.io/api'),
            'key' => env('ATOMYX_SUBMIT_KEY', null),
        ],
        'callback' => ['hmac_secret' => env('ATOMYX_CALLBACK_HMAC_SECRET', '«other:hex»')],
    ],
];
