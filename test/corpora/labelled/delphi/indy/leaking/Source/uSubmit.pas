unit uSubmit;

interface

function CreateJob(const ExternalId: string): string;

implementation

uses
  System.Classes, System.SysUtils, REST.Client, REST.Types, System.Net.HttpClient;

const
  cSubmitUrl = 'https://submit.atomyx.io/api/jobs';
  cSubmitApiKey = '«key:base64url»';

function CreateJob(const ExternalId: string): string;
var
  Http: THTTPClient;
  Body: TStringStream;
begin
  Http := THTTPClient.Create;
  Body := TStringStream.Create('{"externalId":"' + ExternalId + '"}', TEncoding.UTF8);
  try
    Http.CustomHeaders['Authorization'] := 'Bearer ' + cSubmitApiKey;
    Result := Http.Post(cSubmitUrl, Body).ContentAsString;
  finally
    Body.Free;
    Http.Free;
  end;
end;

end.
