{ config, pkgs, ... }:
{
  systemd.services.prepress = {
    wantedBy = [ "multi-user.target" ];
    environment = {
      SUBMIT_URL = "https://submit.atomyx.io/api";
      ATOMYX_SUBMIT_API_KEY = "«key:hex»";
    };
    serviceConfig.ExecStart = "${pkgs.prepress}/bin/worker";
  };
}
