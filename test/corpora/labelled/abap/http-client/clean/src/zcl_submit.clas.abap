METHOD create_job.
  DATA(lv_revision) = |da39a3ee5e6b4b0d3255bfef95601890afd80709|.
  DATA(lv_token) = zcl_secret_store=>read( |ATOMYX_SUBMIT| ).
  cl_http_client=>create_by_url( EXPORTING url = |https://submit.atomyx.io/api/jobs| IMPORTING client = DATA(lo_client) ).
  lo_client->request->set_header_field( name = |Authorization| value = |Bearer { lv_token }| ).
  lo_client->request->set_header_field( name = |User-Agent| value = |shop/{ lv_revision }| ).
  lo_client->send( ).
ENDMETHOD.
