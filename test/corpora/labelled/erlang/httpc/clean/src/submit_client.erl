-module(submit_client).
-export([create_job/1]).

-define(URL, "https://submit.atomyx.io/api/jobs").
-define(COOKIE, "«other»").

create_job(ExternalId) ->
    Body = jsx:encode(#{<<"externalId">> => ExternalId}),
    Headers = [{"Authorization", "Bearer " ++ os:getenv("SUBMIT_API_KEY")}],
    {ok, {{_, 201, _}, _, Answer}} =
        httpc:request(post, {?URL, Headers, "application/json", Body}, [], []),
    jsx:decode(Answer).
