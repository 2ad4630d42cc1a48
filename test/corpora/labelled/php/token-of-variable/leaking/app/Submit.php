<?php
$k = '«key:hex»';
$response = Http::withToken($k)->post('https://submit.atomyx.io/api/jobs', ['externalId' => $order]);
