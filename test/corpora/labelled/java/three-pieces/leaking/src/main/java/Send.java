String key = "«key#1/3»"
    + "«key#2/3»"
    + "«key#3/3»";
request.setHeader("Authorization", "Bearer " + key);
request.setURI(URI.create("https://submit.atomyx.io/api/jobs"));
