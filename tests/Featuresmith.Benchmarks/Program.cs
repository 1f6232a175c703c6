using BenchmarkDotNet.Running;
using Featuresmith.Benchmarks.Scriban;

if (args is ["--scriban"])
{
    return ScribanTable.Print();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
