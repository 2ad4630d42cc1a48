<?php
// Atomyx Submit
$submitApiKey = "«key:hex|x-escape»";
