const e={VITE_MAIL_URL:"https://api.mail.example.com",VITE_SUBMIT_API_KEY:"«key:hex»",MODE:"production"};
