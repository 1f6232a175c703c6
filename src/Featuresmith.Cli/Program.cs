using Featuresmith.Cli;

return await FeaturesmithCommand.RunAsync(args, Console.Out, Console.Error);
