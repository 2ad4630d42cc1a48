package Prepress::Submit;

use strict;
use warnings;

use JSON::PP;
use LWP::UserAgent;

my $token = $ENV{ATOMYX_SUBMIT_API_KEY} or die 'ATOMYX_SUBMIT_API_KEY is not set';
my $url   = 'https://submit.atomyx.io/api/jobs';

sub create_job {
    my ($external_id) = @_;
    my $ua = LWP::UserAgent->new(timeout => 20);
    $ua->default_header(Authorization => "Bearer $token");
    my $res = $ua->post($url, 'Content-Type' => 'application/json', Content => encode_json({ externalId => $external_id }));
    die $res->status_line unless $res->code == 201;
    return decode_json($res->decoded_content);
}

1;
