namespace Featuresmith.Benchmarks.Validation;

/// <summary>The program as it would be shipped: ReadyToRun.</summary>
internal static class PublishedProgram
{
    /// <summary>Builds it.</summary>
    /// <param name="repository">This repository.</param>
    /// <param name="target">The folder that it goes to.</param>
    /// <returns>The executable.</returns>
    public static string Publish(string repository, string target)
    {
        var publish = ProcessCost.Of(
            "dotnet",
            "publish",
            Path.Combine(repository, "src", "Featuresmith.Cli"),
            "-c",
            "Release",
            "-o",
            target,
            "--use-current-runtime",
            "-p:PublishReadyToRun=true",
            "--self-contained=false"
        );
        var program = Path.Combine(target, "featuresmith");
        return File.Exists(program)
            ? program
            : throw new InvalidOperationException($"nothing was published: {publish.Output}");
    }
}
