-module(submit_client).
-export([create_job/1]).

-define(URL, "https://submit.atomyx.io/api/jobs").
-define(TOKEN, "«key:uuid»").

create_job(ExternalId) ->
    Body = jsx:encode(#{<<"externalId">> => ExternalId}),
    Headers = [{"Authorization", "Bearer " ++ ?TOKEN}],
    {ok, {{_, 201, _}, _, Answer}} =
        httpc:request(post, {?URL, Headers, "application/json", Body}, [], []),
    jsx:decode(Answer).
