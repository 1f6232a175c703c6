namespace Featuresmith.Smoke;

/// <summary>How a smoke run behaves.</summary>
/// <param name="LogFolder">Receives one log file a case.</param>
/// <param name="Jobs">How many cases run at a time, from 1.</param>
/// <param name="Timeout">How long one case may take.</param>
public sealed record SmokeSettings(string LogFolder, int Jobs, TimeSpan Timeout);
