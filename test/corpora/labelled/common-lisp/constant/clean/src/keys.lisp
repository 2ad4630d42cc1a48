(defconstant +atomyx-release+ "«other:hex»")
