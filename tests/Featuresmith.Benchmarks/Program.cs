using System.Globalization;
using BenchmarkDotNet.Running;
using Featuresmith.Benchmarks.CommandLine;
using Featuresmith.Benchmarks.Consuming;
using Featuresmith.Benchmarks.JsonSchema;
using Featuresmith.Benchmarks.Publishing;
using Featuresmith.Benchmarks.Scriban;
using Featuresmith.Benchmarks.Smoke;
using Featuresmith.Benchmarks.Startup;
using Featuresmith.Benchmarks.Validation;
using Featuresmith.Benchmarks.Variants;

return args switch
{
    ["scriban"] => ScribanTable.Print(),
    ["json-schema-vs-ajv"] => AjvComparison.Run(),
    ["json-schema-corpus", "whole", var folder] => CorpusRun.Whole(folder),
    ["json-schema-corpus", "warm", var folder, var seconds] => CorpusRun.Warm(
        folder,
        int.Parse(seconds, CultureInfo.InvariantCulture)
    ),
    ["validate-vs-ajv"] => ValidateComparison.Run(),
    ["publish-vs-cli", var collection, var rounds] => PublishComparison.Run(
        collection,
        int.Parse(rounds, CultureInfo.InvariantCulture)
    ),
    ["publish-vs-cli", .. var collection] => PublishComparison.Run(collection.FirstOrDefault()),
    ["lock-vs-cli"] => LockComparison.Run(),
    ["dind-startup", .. var options] => StartupComparison.Run(BenchmarkOptions.Parse(options, rounds: 10)),
    ["variants", .. var options] => VariantComparison.Run(options),
    ["dind-install", .. var options] => InstallComparison.Run(BenchmarkOptions.Parse(options, rounds: 5)),
    ["test-vs-cli", .. var options] => SmokeComparison.Run(SmokeOptions.Parse(options)),
    ["version-vs-cli"] => VersionComparison.Run(),
    ["test-plan"] => PlanCost.Run(),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(CorpusRun).Assembly).Run(args);
    return 0;
}
