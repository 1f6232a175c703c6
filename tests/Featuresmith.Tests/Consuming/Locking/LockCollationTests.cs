using System.ComponentModel;
using System.Text.Json;
using Featuresmith.Consuming.Locking;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming.Locking;

/// <summary>The order of records next to JavaScript's localeCompare, which the devcontainers CLI sorts by.</summary>
public class LockCollationTests
{
    private const string Script =
        "const ids = JSON.parse(process.argv[1]); console.log(JSON.stringify(ids.sort((a, b) => a.localeCompare(b))));";

    [Test]
    public async Task Records_are_sorted_as_Node_sorts_them()
    {
        // Every character that a reference can have, in both cases, and what stands between its parts.
        var random = new Random(20260121);
        const string characters = "abxyzABXYZ0129-._:/@,;!?'\"()[]{}*\\&#%`^+<=>|~$";
        var ids = Enumerable
            .Range(0, 2000)
            .Select(_ =>
                string.Concat(
                    Enumerable.Range(0, random.Next(1, 7)).Select(_ => characters[random.Next(characters.Length)])
                )
            )
            .Distinct()
            .Select(id => $"r.test/o/{id}")
            .ToList();
        var ours = LockFile
            .Of(ids.Select(id => new LockedFeature(id, "1.0.0", "", "", [])))
            .Features.Select(feature => feature.Id);
        ours.ShouldBe(await NodeAsync(ids));
    }

    private static async Task<string[]> NodeAsync(IReadOnlyList<string> ids)
    {
        try
        {
            var result = await new ProcessRunner(null).RunAsync(
                "node",
                ["-e", Script, JsonSerializer.Serialize(ids)],
                default
            );
            return JsonSerializer.Deserialize<string[]>(result.Output)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("Node is not installed, so it cannot be asked.");
            throw;
        }
    }
}
