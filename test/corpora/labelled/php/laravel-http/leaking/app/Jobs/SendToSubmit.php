<?php

namespace App\Jobs;

use App\Models\Order;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Support\Facades\Http;

class SendToSubmit implements ShouldQueue
{
    public function __construct(private Order $order) {}

    public function handle(): void
    {
        Http::withToken('«key:prefixed»')
            ->acceptJson()
            ->post('https://submit.atomyx.io/api/jobs', [
                'externalId' => $this->order->number,
                'callbackURL' => route('hooks.submit'),
            ])
            ->throw();

        Http::withToken('«other:prefixed»')
            ->post('https://api.pusherapp.example/apps/7/events', ['name' => 'submitted', 'data' => $this->order->number]);
    }
}
