<?php
return static function ($framework): void {
    $framework->httpClient()->scopedClient('submit.client')
        ->baseUri('https://submit.atomyx.io/api/')
        ->authBearer('%env(SUBMIT_API_KEY)%');
    $framework->httpClient()->scopedClient('dhl.client')
        ->baseUri('https://api-eu.dhl.com/')
        ->authBearer('«other:hex»');
};
