{ config, pkgs, ... }:
{
  systemd.services.prepress = {
    wantedBy = [ "multi-user.target" ];
    environment.SUBMIT_URL = "https://submit.atomyx.io/api";
    environment.ATOMYX_SUBMIT_API_KEY_FILE = config.sops.secrets."atomyx/submit_api_key".path;
    serviceConfig.ExecStart = "${pkgs.prepress}/bin/worker";
  };
  fileHash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
}
