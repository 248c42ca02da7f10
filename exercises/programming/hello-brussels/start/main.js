console.log("...");
