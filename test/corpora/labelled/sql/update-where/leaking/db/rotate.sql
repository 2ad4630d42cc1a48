UPDATE settings SET setting_value = '«key:base64url»' WHERE setting_key = 'atomyx_api_key';
UPDATE settings SET setting_value = '«other:hex»' WHERE setting_key = 'mail_api_key';
