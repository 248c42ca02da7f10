console.log("Hello Brussels!", "You are welcome here.");
