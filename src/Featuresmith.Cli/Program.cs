using Featuresmith.Cli;

using var interruption = Interruption.OfProcess();
return await FeaturesmithCommand.RunAsync(args, Console.Out, Console.Error, interruption);
