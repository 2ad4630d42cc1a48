<?php
class Submit
{
    private $base = 'https://submit.atomyx.io/api';
    private $token = '«key:hex»';

    public function create(array $job)
    {
        return Http::withToken($this->token)->post($this->base . '/jobs', $job);
    }
}

class Erp
{
    private $base = 'https://erp.example.com/api';
    private $token = '«other:hex»';

    public function order(string $id)
    {
        return Http::withToken($this->token)->get($this->base . '/orders/' . $id);
    }
}
