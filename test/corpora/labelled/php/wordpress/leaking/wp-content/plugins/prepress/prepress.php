<?php
add_action('woocommerce_order_status_processing', function ($id) {
    wp_remote_post('https://submit.atomyx.io/api/jobs', [
        'headers' => ['Authorization' => 'Bearer ' . get_option('prepress_key', '«key:hex»')],
        'body' => wp_json_encode(['externalId' => $id]),
    ]);
    wp_remote_get('https://api.sendinblue.com/v3/account', ['headers' => ['api-key' => '«other:hex»']]);
});
