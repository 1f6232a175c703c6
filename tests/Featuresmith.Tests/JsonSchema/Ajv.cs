using System.Diagnostics;
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>The npm package <c>ajv</c>, run through Node, as somebody else's opinion.</summary>
internal static class Ajv
{
    /// <summary>The verdicts about documents; the test is ignored where Node or the package is absent.</summary>
    /// <param name="schemas">Schema files.</param>
    /// <param name="documents">Each with the index of its schema; the text must be one line of strict JSON.</param>
    public static bool[] Judge(
        IReadOnlyList<string> schemas,
        IEnumerable<(int Schema, string Text)> documents,
        [CallerFilePath] string here = ""
    )
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "ajv");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ajv")))
        {
            Assert.Ignore($"ajv is not installed; \"npm ci --prefix {folder}\" installs it.");
        }

        using var node = Start([Path.Combine(folder, "verdicts.cjs"), .. schemas]);
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        foreach (var (schema, text) in documents)
        {
            node.StandardInput.Write($"{schema} {text}\n");
        }

        node.StandardInput.Close();
        node.WaitForExit();
        return node.ExitCode == 0
            ? [.. output.Result.Split('\n').Select(verdict => verdict == "1")]
            : throw new InvalidOperationException($"node ended with {node.ExitCode}: {errors.Result}");
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("Node is not installed, so ajv cannot be asked.");
            throw;
        }
    }
}
