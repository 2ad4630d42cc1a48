unit uSubmit;

interface

type
  ISubmit = interface
    ['{B0A5F1C2-7D3E-4F60-9A81-5C2E4D6F8091}']
    function CreateJob(const ExternalId: string): string;
  end;

implementation

uses
  System.SysUtils, System.Net.HttpClient;

const
  cSubmitUrl = 'https://submit.atomyx.io/api/jobs';

function Authorization: string;
begin
  Result := 'Bearer ' + GetEnvironmentVariable('ATOMYX_SUBMIT_API_KEY');
end;

end.
