(defconstant +atomyx-submit-key+ "«key:hex»")
