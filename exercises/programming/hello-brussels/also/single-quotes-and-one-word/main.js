console.log('Bonjour Bruxelles !');
console.log('Bienvenue !');
