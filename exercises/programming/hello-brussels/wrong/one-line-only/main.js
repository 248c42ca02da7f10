console.log("Good morning, Brussels!");
