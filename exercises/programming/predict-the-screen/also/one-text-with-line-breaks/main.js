console.log(`Madou
stop
Botanique
Madou
MadouBotanique`);
