METHOD create_job.
  DATA(lv_token) = |«key:base64url»|.
  cl_http_client=>create_by_url( EXPORTING url = |https://submit.atomyx.io/api/jobs| IMPORTING client = DATA(lo_client) ).
  lo_client->request->set_method( if_http_request=>co_request_method_post ).
  lo_client->request->set_header_field( name = |Authorization| value = |Bearer { lv_token }| ).
  lo_client->request->set_cdata( iv_body ).
  lo_client->send( ).
ENDMETHOD.
