using BenchmarkDotNet.Running;
using Featuresmith.Benchmarks.Validation;

return args switch
{
    ["validate-vs-ajv"] => ValidateComparison.Run(),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(ValidateComparison).Assembly).Run(args);
    return 0;
}
