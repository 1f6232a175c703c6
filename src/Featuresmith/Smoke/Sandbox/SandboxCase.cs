namespace Featuresmith.Smoke.Sandbox;

/// <summary>One value of one option, which install.sh has to hand on to some command or file.</summary>
/// <param name="Feature">The Feature's id.</param>
/// <param name="Option">The option's id; empty for the run with nothing but defaults.</param>
/// <param name="Value">The value to try; null where nobody knows one.</param>
/// <param name="With">Values of other options without which this one does nothing.</param>
/// <param name="Distribution">The distribution that the sandbox pretends to be.</param>
public sealed record SandboxCase(
    string Feature,
    string Option,
    string? Value,
    IReadOnlyDictionary<string, string> With,
    SandboxDistribution Distribution
)
{
    /// <summary>What every scenario of the sandbox is called first, so that no report can be read as one of smoke tests.</summary>
    public const string Prefix = "sandbox:";

    /// <summary>A text that the script must end with an error for; null where it must succeed.</summary>
    public string? FailsWith { get; init; }

    /// <summary>Why nothing needs to differ from the defaults; null where something must.</summary>
    public string? SameBecause { get; init; }

    /// <summary>The case as filters, progress and reports know cases.</summary>
    public SmokeCase AsSmokeCase { get; } =
        new(
            Feature,
            Prefix + (Option.Length == 0 ? "defaults" : $"{Option}={Value ?? "?"}"),
            Distribution.Image,
            [],
            "install.sh",
            null
        );
}
