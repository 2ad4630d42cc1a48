<?php
$k = '«other:hex»';
$status = Http::withToken($k)->get('https://status.printworks.example/api');
$response = Http::withToken(config('services.submit.key'))->post('https://submit.atomyx.io/api/jobs', ['externalId' => $order]);
