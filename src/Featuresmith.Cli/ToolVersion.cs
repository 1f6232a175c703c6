using System.Reflection;

namespace Featuresmith.Cli;

/// <summary>The version of this program, as its package has it.</summary>
internal static class ToolVersion
{
    /// <summary>Without the commit that a build may put behind a plus sign.</summary>
    public static string Text { get; } =
        typeof(ToolVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
